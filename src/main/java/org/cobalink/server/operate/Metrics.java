package org.cobalink.server.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cobalink.hooks.Decision;
import org.cobalink.http.Watch;

/** Figures for Prometheus: latency by hook and status, cards by finding, reads, the queue. */
public final class Metrics implements Watch {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  @SuppressWarnings("resource")
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  @Override
  public void answered(Seen call) {
    timers
        .computeIfAbsent(call.what() + " " + call.status(), k -> timer(call))
        .record(call.nanos(), TimeUnit.NANOSECONDS);
    for (Decision d : call.decisions()) {
      registry
          .counter(
              "cobalink.reviews",
              "finding",
              d.finding().isEmpty() ? "none" : d.finding(),
              "verdict",
              d.verdict(),
              "shown",
              String.valueOf(d.shown()))
          .increment();
    }
    if (call.items() > 0) {
      registry.counter("cobalink.feedback").increment(call.items());
    }
  }

  private Timer timer(Seen call) {
    return Timer.builder("cobalink.calls")
        .description("Calls answered")
        .tag("hook", call.what())
        .tag("status", String.valueOf(call.status()))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5))
        .register(registry);
  }

  /** One read from an EHR. */
  public void fetched(String client, String outcome) {
    registry.counter("cobalink.fetches", "client", client, "outcome", outcome).increment();
  }

  public void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** All figures in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }
}
