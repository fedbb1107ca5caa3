package org.cobalink.cli;

import java.io.PrintStream;

/**
 * Runs the command line in this process, as main does, with its output where a test can read it.
 */
public final class CommandLineDoor {
  private CommandLineDoor() {}

  public static synchronized int run(PrintStream out, String... args) {
    PrintStream before = System.out;
    System.setOut(out);
    try {
      return Main.run(args);
    } finally {
      System.setOut(before);
    }
  }
}
