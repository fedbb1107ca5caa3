package org.cobalink.facts;

import java.util.List;
import java.util.Optional;

/**
 * The encounter under review.
 *
 * @param ref relative reference, where one is known
 * @param inpatient whether Encounter.class is an inpatient class
 * @param ranked references of Encounter.diagnosis in the order of their rank, where ranks are given
 */
public record Visit(Optional<String> ref, Fact<Boolean> inpatient, List<String> ranked) {}
