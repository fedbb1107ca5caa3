package org.cobalink.review.check;

import java.util.List;
import java.util.Optional;
import org.cobalink.review.Verdict;

/**
 * One reason for the verdict, or one piece of advice.
 *
 * @param code finding code of the contract, also the card's topic
 * @param severity info or warning
 * @param leadsTo the verdict it leads to; supported for advice
 * @param rows ids of the knowledge rows behind it
 * @param sources ids of the sources behind those
 * @param about the words of the chart it is about; may be empty
 * @param doubt where coders disagree or a source could not be read
 * @param question the row's neutral question
 */
public record Finding(
    String code,
    String severity,
    Verdict leadsTo,
    List<String> rows,
    List<String> sources,
    List<String> about,
    Optional<String> doubt,
    Optional<String> question) {}
