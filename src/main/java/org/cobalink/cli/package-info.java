/** The command line door. */
package org.cobalink.cli;
