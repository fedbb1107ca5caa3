/** The service as a process: Jetty, routes, start and stop. */
package org.cobalink.server;
