/** What a site may set: one YAML file and the environment, read whole, every problem named. */
package org.cobalink.server.settings;
