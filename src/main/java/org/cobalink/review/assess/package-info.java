/** What the clinician documented: words become statements, statements become an assessment. */
package org.cobalink.review.assess;
