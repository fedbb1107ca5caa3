package org.cobalink.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The answer to a call. {@code cards} is there even when empty; nothing else is. */
public record CardResponse(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Card> cards,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card.Action> systemActions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) JsonNode extension) {}
