package org.cobalink.hapi.jpa;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cobalink.hapi.jpa.OwnServer.Caller;
import org.cobalink.hapi.jpa.OwnServer.Read;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Completer;
import org.cobalink.hooks.HookCall;

/**
 * Reads what was not prefetched from the server this plugin is in, as the caller may: with the
 * token of fhirAuthorization where one came, else as whoever called. A token that may not be used
 * is not made up for by the caller's own rights.
 */
final class CallerCompleter implements Completer {
  private final OwnServer server;
  private final HttpServletRequest request;

  CallerCompleter(OwnServer server, HttpServletRequest request) {
    this.server = server;
    this.request = request;
  }

  @Override
  public boolean reaches(HookCall call) {
    boolean refused = call.delegated() && call.accessToken().isEmpty();
    return !refused && server.tenant(request, call.fhirServer()).isPresent();
  }

  @Override
  public Map<String, JsonNode> complete(Client client, HookCall call, Map<String, String> queries) {
    long deadline = System.nanoTime() + client.profile().budget().toNanos();
    String tenant = server.tenant(request, call.fhirServer()).orElseThrow();
    String token = call.accessToken().isEmpty() ? "" : "Bearer " + call.accessToken();
    Caller caller = new Caller(request, token, tenant);
    Map<String, JsonNode> found = new LinkedHashMap<>();
    queries.forEach(
        (key, query) -> {
          if (System.nanoTime() < deadline) {
            Read read = server.read(caller, query, deadline);
            if (read.isFound()) {
              found.put(key, read.json());
            }
          }
        });
    return found;
  }
}
