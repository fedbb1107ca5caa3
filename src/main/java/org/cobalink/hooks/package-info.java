/**
 * CDS Hooks 2.0.1 on the wire: the request, the cards, discovery. Small records that follow the
 * standard to the letter; usable without the rest.
 */
package org.cobalink.hooks;
