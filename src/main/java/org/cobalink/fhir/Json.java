package org.cobalink.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lenient access to a JSON tree: a single value where FHIR has a list is a list of one. */
public final class Json {
  /** Numbers keep their digits: 1.10 goes back as 1.10. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(5_000_000)
                          .maxNumberLength(1_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final int MOST_DIGITS = 30;

  private Json() {}

  /** The elements of a list; one element for a single value; none where it is absent or null. */
  public static List<JsonNode> list(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> elements = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      if (!element.isNull()) {
        elements.add(element);
      }
    }
    return elements;
  }

  public static JsonNode first(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return MissingNode.getInstance();
    }
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (!element.isNull()) {
          return element;
        }
      }
      return MissingNode.getInstance();
    }
    return value;
  }

  /** The text of a primitive; empty where it is absent, null, or no primitive. */
  public static String text(JsonNode node, String field) {
    JsonNode value = first(node, field);
    return value.isValueNode() ? value.asText() : "";
  }

  /** A number as people write them; none where its digits would fill pages (1e999999999). */
  static Optional<BigDecimal> number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber()) {
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    boolean usual = Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    return usual ? Optional.of(number) : Optional.empty();
  }

  /** Takes out what CDS Hooks forbids to send: nulls and empty values, wherever they stand. */
  static void prune(JsonNode node) {
    for (Iterator<JsonNode> i = node.iterator(); i.hasNext(); ) {
      JsonNode child = i.next();
      prune(child);
      boolean empty =
          child.isContainerNode() ? child.isEmpty() : child.isTextual() && child.asText().isEmpty();
      if (child.isNull() || empty) {
        i.remove();
      }
    }
  }

  /** The calendar date of a FHIR date, dateTime or instant, as written and never converted. */
  public static Optional<LocalDate> date(String text) {
    if (text.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public static Optional<LocalDate> date(JsonNode node, String field) {
    return date(text(node, field));
  }
}
