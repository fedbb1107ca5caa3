/** What those who run the service see and need: figures, logs, certificates. */
package org.cobalink.server.operate;
