/** The room: facts and a dated edition of knowledge go in, a review comes out. No clock, no I/O. */
package org.cobalink.review;
