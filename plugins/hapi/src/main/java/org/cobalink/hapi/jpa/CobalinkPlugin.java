package org.cobalink.hapi.jpa;

import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hapi.B12ReviewProvider;
import org.cobalink.hapi.ReviewOperation;
import org.cobalink.hooks.ChartQueries;
import org.cobalink.hooks.HookService;
import org.cobalink.http.CdsHooksServlet;
import org.cobalink.http.Trust;
import org.cobalink.http.Watch;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.server.settings.Settings;
import org.cobalink.server.settings.SettingsReader;
import org.cobalink.server.trust.MemoryReplays;
import org.cobalink.server.trust.TokenTrust;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What a HAPI FHIR JPA server (R4, Spring Boot) gets with {@code
 * hapi.fhir.custom-bean-packages=org.cobalink.hapi.jpa}: docs/hapi.md.
 *
 * <ul>
 *   <li>{@code cobalink.config}: a settings file as for the service; of it count clients, public
 *       URL, the profile of anonymous callers, sizes and load. Without it everybody may call.
 *   <li>{@code cobalink.storage}: {@code off} (default), {@code detected-issue}, {@code warning}
 * </ul>
 *
 * A bean of type {@link Trust} decides who may call instead of {@code cobalink.config}.
 */
@Configuration(proxyBeanMethods = false)
public class CobalinkPlugin {
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final Knowledge knowledge = Knowledge.load();
  private final ValueSets codes = ValueSets.load();

  @Bean
  ServletRegistrationBean<CdsHooksServlet> cobalinkCdsHooks(
      RestfulServer fhir, DaoRegistry daos, Environment environment, ObjectProvider<Trust> trust) {
    requireR4(fhir);
    Settings settings = settings(environment);
    OwnServer server = new OwnServer(fhir);
    CdsHooksServlet.Around around =
        new CdsHooksServlet.Around(
            trust.getIfAvailable(() -> trust(settings)),
            request -> new CallerCompleter(server, request),
            new StoredFeedback(daos, clock),
            Watch.NOBODY,
            clock,
            settings.maxBody(),
            settings.maxCalls());
    HookService hooks = new HookService(knowledge, codes);
    ServletRegistrationBean<CdsHooksServlet> door =
        new ServletRegistrationBean<>(new CdsHooksServlet(hooks, around), "/cds-services/*");
    door.setName("cobalink");
    return door;
  }

  /** The operation, and the review of what is stored, in the FHIR server that is there already. */
  @Bean
  SmartInitializingSingleton cobalinkInServer(
      RestfulServer fhir, DaoRegistry daos, Environment environment) {
    return () -> {
      ReviewOperation review = new ReviewOperation(knowledge, codes, clock);
      OwnServer server = new OwnServer(fhir);
      StoredCharts charts = new StoredCharts(server, new ChartQueries(codes));
      fhir.registerProvider(new B12ReviewProvider(fhir.getFhirContext(), review));
      fhir.registerProvider(
          new StoredReviewProvider(fhir.getFhirContext(), server, charts, review));
      outcome(environment.getProperty("cobalink.storage", "off"), daos)
          .ifPresent(
              o ->
                  fhir.registerInterceptor(
                      new StorageReview(fhir.getFhirContext(), server, charts, review, o)));
    };
  }

  private static Optional<StorageReview.Outcome> outcome(String storage, DaoRegistry daos) {
    return switch (storage) {
      case "off" -> Optional.empty();
      case "detected-issue" -> Optional.of(new IssueStore(daos));
      case "warning" -> Optional.of(new IssueWarning());
      default ->
          throw new IllegalArgumentException(
              "cobalink.storage is " + storage + ", not off, detected-issue or warning");
    };
  }

  private static void requireR4(RestfulServer fhir) {
    FhirVersionEnum version = fhir.getFhirContext().getVersion().getVersion();
    if (version != FhirVersionEnum.R4) {
      throw new IllegalStateException("Cobalink reviews FHIR R4; this server is " + version);
    }
  }

  private static Settings settings(Environment environment) {
    String file = environment.getProperty("cobalink.config", "");
    return file.isEmpty()
        ? Settings.loopback(0)
        : new SettingsReader(Optional.of(Path.of(file)), Map.of()).settings();
  }

  private Trust trust(Settings settings) {
    return settings.isOpen()
        ? Trust.everybody(settings.anonymous())
        : new TokenTrust(
            settings.clients(), settings.publicUrl().orElseThrow(), new MemoryReplays(), clock);
  }
}
