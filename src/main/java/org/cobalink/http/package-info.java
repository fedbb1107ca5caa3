/** The HTTP door: jakarta.servlet only, so that it serves alone and inside a HAPI server. */
package org.cobalink.http;
