/** The dated tables: loaded once, checked whole, all problems named at once. */
package org.cobalink.knowledge;
