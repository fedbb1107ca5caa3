package org.cobalink.bench;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;

/**
 * CPU time of one thread for the tree alone, the whole call, and HAPI's parser on the same bytes,
 * in turn: CPU time hardly moves with the load of the machine, wall time does.
 */
public final class CpuPerCall {
  private static final int ROUNDS = 9;
  private static final int CALLS = 1500;
  private static Object sink;

  private CpuPerCall() {}

  /** Work to be measured. */
  private interface Work {
    Object run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    byte[] body = Body.bytes();
    HookService service = new HookService(Knowledge.load(), ValueSets.load());
    LocalDate today = LocalDate.of(2026, 11, 23);
    FhirContext r4 = FhirContext.forR4();
    List<String> resources = resources(body);
    Work tree = () -> Json.MAPPER.readTree(body);
    Work whole =
        () -> Json.MAPPER.writeValueAsBytes(service.answer(Json.MAPPER.readTree(body), today));
    Work hapi =
        () -> {
          Object last = null;
          for (String resource : resources) {
            last = r4.newJsonParser().parseResource(resource);
          }
          return last;
        };
    Work work = Map.of("tree", tree, "whole", whole, "hapi", hapi).get(args[0]);
    long[] micros = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      micros[round] = measure(work);
    }
    long[] warm = Arrays.copyOfRange(micros, 3, ROUNDS);
    Arrays.sort(warm);
    System.out.println(warm[warm.length / 2]);
  }

  private static long measure(Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < CALLS; i++) {
      sink = work.run();
    }
    return (threads.getCurrentThreadCpuTime() - start) / CALLS / 1000;
  }

  private static List<String> resources(byte[] body) throws Exception {
    JsonNode call = Json.MAPPER.readTree(body);
    List<String> all = new ArrayList<>();
    all.add(call.at("/context/draftOrders").toString());
    call.path("prefetch").forEach(p -> all.add(p.toString()));
    return all;
  }
}
