/** What is kept: decisions without chart content, feedback, tokens seen. SQLite or PostgreSQL. */
package org.cobalink.server.store;
