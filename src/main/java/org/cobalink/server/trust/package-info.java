/** Who may call: JSON Web Tokens of configured clients. */
package org.cobalink.server.trust;
