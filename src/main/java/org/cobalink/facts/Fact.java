package org.cobalink.facts;

import java.util.Optional;

/**
 * A value that is known, or not known for a stated reason. Unknown is never false and never null.
 */
public sealed interface Fact<T> {
  record Known<T>(T value) implements Fact<T> {}

  record Unknown<T>(String reason) implements Fact<T> {}

  static <T> Fact<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Fact<T> unknown(String reason) {
    return new Unknown<>(reason);
  }

  default Optional<T> ifKnown() {
    return this instanceof Known<T> k ? Optional.of(k.value()) : Optional.empty();
  }

  default boolean is(T expected) {
    return this instanceof Known<T> k && k.value().equals(expected);
  }
}
