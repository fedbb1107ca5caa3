package org.cobalink.hooks;

import java.util.List;

/**
 * What was decided about one injection, for the record: no chart content. The three ids are to be
 * stored as keyed hashes only.
 *
 * @param card uuid of the card, or the one it would have had
 * @param finding the deciding finding; empty where there was nothing to say
 * @param shown whether a card went out
 */
public record Decision(
    String card,
    String client,
    String hook,
    String hookInstance,
    String patient,
    String injection,
    String verdict,
    String finding,
    List<String> codes,
    String edition,
    boolean shown) {}
