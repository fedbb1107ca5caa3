/** Which codes the documentation supports, in reporting order, each with the row that gives it. */
package org.cobalink.review.code;
