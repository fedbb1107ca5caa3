package org.cobalink.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The shipped examples: hooks/b12-injection/examples, listed in its index.txt. */
final class Examples {
  private static final String FOLDER = "/hooks/b12-injection/examples/";

  private Examples() {}

  static List<String> names() throws IOException {
    return new String(read("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(l -> !l.isBlank())
        .toList();
  }

  static byte[] request(String name) throws IOException {
    return read(name + "/request.json");
  }

  static byte[] response(String name) throws IOException {
    return read(name + "/response.json");
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = Examples.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      return in.readAllBytes();
    }
  }
}
