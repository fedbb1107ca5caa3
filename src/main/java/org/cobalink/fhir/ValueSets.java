package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.knowledge.KnowledgeException;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/** The code sets of fhir-profiles, by the id of their ValueSet. */
public final class ValueSets {
  private static final List<String> IDS =
      List.of(
          "b12-injectable-products",
          "b12-substances",
          "b12-not-injections",
          "b12-injection-procedures",
          "injection-procedures",
          "routes-injectable",
          "routes-intravenous",
          "routes-not-injectable",
          "b12-level",
          "holotranscobalamin",
          "intrinsic-factor-antibody",
          "parietal-cell-antibody",
          "methylmalonic-acid",
          "homocysteine",
          "hemoglobin",
          "hematocrit",
          "mcv");
  private final Map<String, Set<Code>> sets = new LinkedHashMap<>();
  private final Map<Code, List<String>> setsOfCode = new HashMap<>();

  /**
   * Reads them all.
   *
   * @throws KnowledgeException naming every one that is missing or empty
   */
  public static ValueSets load() {
    ValueSets loaded = new ValueSets();
    List<String> problems = IDS.stream().filter(id -> !loaded.read(id)).toList();
    if (!problems.isEmpty()) {
      throw new KnowledgeException(
          problems.stream().map(id -> "ValueSet " + id + " is missing or empty").toList());
    }
    return loaded;
  }

  private boolean read(String id) {
    Set<Code> codes = new LinkedHashSet<>();
    try (InputStream in =
        ValueSets.class.getResourceAsStream("/fhir-profiles/valuesets/" + id + ".json")) {
      if (in == null) {
        return false;
      }
      JsonNode valueSet = Json.MAPPER.readTree(in);
      for (JsonNode include : valueSet.path("compose").path("include")) {
        for (JsonNode concept : include.path("concept")) {
          codes.add(new Code(Json.text(include, "system"), Json.text(concept, "code")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sets.put(id, codes);
    codes.forEach(c -> setsOfCode.computeIfAbsent(c, k -> new ArrayList<>(1)).add(id));
    return !codes.isEmpty();
  }

  public boolean contains(String id, Coding coding) {
    Set<Code> set = sets.getOrDefault(id, Set.of());
    return set.contains(coding.asCode())
        || (coding.system().equals(CodeSystems.CPT)
            && set.contains(new Code(CodeSystems.HCPCS, coding.code())))
        || (coding.system().equals(CodeSystems.NDC) && set.contains(elevenDigits(coding)));
  }

  /** The sets a code is in, worked out at start-up. */
  List<String> setsOf(Coding coding) {
    return setsOfCode.getOrDefault(coding.asCode(), List.of());
  }

  boolean containsAny(String id, List<Coding> codings) {
    return codings.stream().anyMatch(c -> contains(id, c));
  }

  /**
   * NDC with hyphens, as 5-4-2 or shorter by a zero in one part, is the 11-digit form of claims.
   */
  private static Code elevenDigits(Coding c) {
    String[] parts = c.code().split("-");
    if (parts.length != 3) {
      return c.asCode();
    }
    return new Code(c.system(), pad(parts[0], 5) + pad(parts[1], 4) + pad(parts[2], 2));
  }

  private static String pad(String part, int length) {
    return "0".repeat(Math.max(0, length - part.length())) + part;
  }

  /** The codes of several sets as the value of a FHIR token search: system|code,system|code. */
  public String asToken(List<String> ids) {
    return ids.stream()
        .flatMap(id -> sets.getOrDefault(id, Set.of()).stream())
        .map(c -> c.system() + "|" + c.code())
        .collect(Collectors.joining(","));
  }
}
