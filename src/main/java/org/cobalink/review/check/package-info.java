/** Findings: one small class each, raised from what is documented, recorded and named. */
package org.cobalink.review.check;
