/** The plainest words of the field: a code in a system, a range of dates. Depends on nothing. */
package org.cobalink.terms;
