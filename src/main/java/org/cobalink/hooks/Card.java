package org.cobalink.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A CDS Hooks card, all elements of 2.0.1. Empty lists and nulls are left out when written, as the
 * standard asks.
 *
 * @param summary one sentence of at most 139 characters
 * @param detail GitHub-flavored Markdown
 * @param indicator info, warning or critical
 * @param selectionBehavior at-most-one or any; needed where there are suggestions
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Card(
    String uuid,
    String summary,
    String detail,
    String indicator,
    Source source,
    List<Suggestion> suggestions,
    String selectionBehavior,
    List<Coding> overrideReasons,
    List<Link> links,
    JsonNode extension) {

  /** CDS Hooks' own Coding: code and system, and words where the standard asks for them. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Coding(String code, String system, String display) {}

  /** Where the card comes from; {@code topic} is the deciding finding. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Source(String label, String url, String icon, Coding topic) {}

  /**
   * A proposal; its actions belong together. CDS Hooks 3.0 lets it say so ({@code
   * actionSelectionBehavior}), to clients that asked for 3.0 alone.
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Suggestion(
      String label,
      String uuid,
      Boolean isRecommended,
      String actionSelectionBehavior,
      List<Action> actions) {}

  /** One change: the whole resource for create and update, its reference for delete. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Action(String type, String description, JsonNode resource, String resourceId) {}

  /** A link to a page, or to a SMART app. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Link(
      String label, String url, String type, String appContext, Boolean autolaunchable) {}
}
