package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cobalink.fhir.Json;

/**
 * Reads feedback as the standard has it, and in the dialects seen: one item without the list
 * (HAPI), {@code overrideReasons} in the plural and reasons under an extension (Epic). Items that
 * can be read are kept, whatever is wrong with others.
 */
public final class FeedbackReader {
  private static final Set<String> OUTCOMES = Set.of("accepted", "overridden");
  private static final int MOST = 1_000;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int MOST_SUGGESTIONS = 20;
  private static final int LONGEST = 500;

  /** Ids and codes as machines write them; anything else could be words about a patient. */
  private static final Pattern ID = Pattern.compile("[\\w.:\\-]{1,100}");

  private static final Pattern URI = Pattern.compile("[\\w.:/#\\-]{1,200}");
  private static final String OTHER = "other";
  private final List<Feedback> items = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * @throws BadCall 400 where the body holds no list of feedback
   */
  public FeedbackReader(JsonNode body) {
    if (!body.isObject()) {
      throw new BadCall(400, "structure", List.of("the body is not a JSON object"));
    }
    if (body.has("card") && !body.has("feedback")) {
      read(body, "feedback");
      return;
    }
    if (!(body.path("feedback") instanceof ArrayNode list)) {
      throw new BadCall(400, "structure", List.of("feedback is missing, or is not a list"));
    }
    if (list.size() > MOST) {
      throw new BadCall(400, "too-long", List.of("more than " + MOST + " items of feedback"));
    }
    for (int i = 0; i < list.size(); i++) {
      read(list.get(i), "feedback[" + i + "]");
    }
  }

  public List<Feedback> items() {
    return items;
  }

  /** What is wrong with the items that could not be read. */
  public List<String> problems() {
    return problems;
  }

  private void read(JsonNode item, String at) {
    int before = problems.size();
    String card = text(item, "card");
    check(ID.matcher(card).matches(), at + ".card is missing, or no uuid");
    String outcome = text(item, "outcome");
    check(OUTCOMES.contains(outcome), at + ".outcome is neither accepted nor overridden");
    String time = text(item, "outcomeTimestamp");
    Instant instant = instant(time);
    check(isTime(instant), at + ".outcomeTimestamp is missing, or no RFC 3339 time of our days");
    List<String> suggestions = new ArrayList<>();
    for (JsonNode s : Json.list(item, "acceptedSuggestions")) {
      String id = s.isTextual() ? s.asText() : text(s, "id");
      if (ID.matcher(id).matches() && suggestions.size() < MOST_SUGGESTIONS) {
        suggestions.add(id);
      }
    }
    if (problems.size() > before) {
      return;
    }
    String field = item.has("overrideReason") ? "overrideReason" : "overrideReasons";
    JsonNode override = Json.first(item, field);
    JsonNode reason = override.has("reason") ? Json.first(override, "reason") : override;
    String code = text(reason, "code").isEmpty() ? epic(override) : text(reason, "code");
    String system = text(reason, "system");
    items.add(
        new Feedback(
            card,
            outcome,
            instant,
            suggestions,
            URI.matcher(system).matches() ? system : "",
            code.isEmpty() || ID.matcher(code).matches() ? code : OTHER,
            text(override, "userComment").replace("\0", "")));
  }

  /** A reason that Epic built, under a key of its own: its code where there is one. */
  private static String epic(JsonNode override) {
    String any = "";
    for (Map.Entry<String, JsonNode> e : override.path("extension").properties()) {
      if (e.getKey().contains("feedback.overrideReason") && e.getValue().isValueNode()) {
        if (e.getKey().endsWith("code") || any.isEmpty()) {
          any = cut(e.getValue().asText());
        }
      }
    }
    return any;
  }

  /** A year that a database and a FHIR dateTime can hold. */
  private static boolean isTime(Instant instant) {
    return instant != null && instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
  }

  private static Instant instant(String time) {
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(JsonNode node, String field) {
    return cut(Json.text(node, field));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
