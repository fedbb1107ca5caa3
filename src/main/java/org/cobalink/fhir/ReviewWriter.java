package org.cobalink.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cobalink.review.Checklist;
import org.cobalink.review.Review;
import org.cobalink.review.check.Finding;
import org.cobalink.review.code.SupportedCode;
import org.cobalink.terms.CodeSystems;

/** A review as JSON (contract §2). What is empty is left out. */
public final class ReviewWriter {
  private ReviewWriter() {}

  public static ArrayNode write(List<Review> reviews) {
    ArrayNode all = Json.MAPPER.createArrayNode();
    reviews.forEach(r -> all.add(write(r)));
    return all;
  }

  public static ObjectNode write(Review review) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.put("injection", review.injection().ref());
    out.put("verdict", review.verdict().code());
    if (!review.codes().isEmpty()) {
      ArrayNode codes = out.putArray("codes");
      review.codes().forEach(c -> code(codes.addObject(), c));
    }
    if (!review.findings().isEmpty()) {
      ArrayNode findings = out.putArray("findings");
      review.findings().forEach(f -> finding(findings.addObject(), f));
    }
    checklist(out.putObject("checklist"), review.checklist());
    out.put("serviceDate", review.injection().serviceDate().date().toString());
    if (review.injection().serviceDate().assumed()) {
      out.put("serviceDateAssumed", true);
    }
    review.edition().ifPresent(e -> out.put("edition", e));
    return out;
  }

  private static void code(ObjectNode out, SupportedCode c) {
    out.put("system", CodeSystems.ICD10CM);
    out.put("code", c.code());
    out.put("display", c.entry().title());
    out.put("basis", c.presumed() ? "presumed" : "documented");
    out.put("condition", c.source().ref());
    strings(out, "rows", c.rowIds());
    strings(out, "sources", c.sources());
    optional(out, "doubt", c.doubt());
  }

  private static void finding(ObjectNode out, Finding f) {
    out.put("code", f.code());
    out.put("severity", f.severity());
    strings(out, "rows", f.rows());
    strings(out, "sources", f.sources());
    optional(out, "doubt", f.doubt());
  }

  private static void checklist(ObjectNode out, Checklist c) {
    out.put("assessmentPresent", c.assessmentPresent().code());
    out.put("supportPresent", c.supportPresent().code());
    out.put("specificityMatched", c.specificityMatched().code());
    out.put("noDiagnosisDrift", c.noDiagnosisDrift().code());
    out.put("diagnosisSeparateFromProcedure", c.diagnosisSeparateFromProcedure().code());
  }

  private static void strings(ObjectNode out, String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = out.putArray(field);
      values.forEach(array::add);
    }
  }

  private static void optional(ObjectNode out, String field, Optional<String> value) {
    value.ifPresent(v -> out.put(field, v));
  }
}
