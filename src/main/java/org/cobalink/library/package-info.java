/**
 * The review for a Java program of one's own. The types of this package are all that may be relied
 * on; everything else may change with any version (docs/library.md).
 */
package org.cobalink.library;
