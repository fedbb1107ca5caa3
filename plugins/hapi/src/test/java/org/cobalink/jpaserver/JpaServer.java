package org.cobalink.jpaserver;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.test.config.TestR4Config;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.cobalink.fhir.Json;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;

/**
 * A HAPI FHIR JPA server on Spring Boot, H2 in memory, wired as hapi-fhir-jpaserver-starter wires
 * its own: a RestfulServer bean at /fhir, and custom bean packages scanned.
 */
public final class JpaServer implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ServletWebServerApplicationContext context;
  private final URI uri;

  /** The server without the plugin. */
  @Configuration(proxyBeanMethods = false)
  @Import(TestR4Config.class)
  @ComponentScan("${hapi.fhir.custom-bean-packages}")
  static class Starter {
    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders() {
      return new PropertySourcesPlaceholderConfigurer();
    }

    @Bean
    RestfulServer restfulServer(
        IFhirSystemDao<Bundle, Meta> system,
        ResourceProviderFactory resources,
        JpaSystemProvider<Bundle, Meta> systemProvider,
        DatabaseBackedPagingProvider pages) {
      RestfulServer fhir = new RestfulServer(system.getContext());
      fhir.registerProviders(resources.createProviders());
      fhir.registerProvider(systemProvider);
      pages.setDefaultPageSize(20);
      pages.setMaximumPageSize(200);
      fhir.setPagingProvider(pages);
      return fhir;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhir(RestfulServer fhir) {
      ServletRegistrationBean<RestfulServer> servlet =
          new ServletRegistrationBean<>(fhir, "/fhir/*");
      servlet.setLoadOnStartup(1);
      return servlet;
    }

    @Bean
    TomcatServletWebServerFactory tomcat() {
      TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
      tomcat.setAddress(InetAddress.getLoopbackAddress());
      return tomcat;
    }
  }

  public JpaServer(Map<String, String> properties) {
    Map<String, Object> all = new TreeMap<>(properties);
    all.putIfAbsent("hapi.fhir.custom-bean-packages", "org.cobalink.hapi.jpa");
    all.put("spring.main.allow-bean-definition-overriding", "true");
    all.put("spring.main.allow-circular-references", "true");
    all.put("logging.level.root", "ERROR");
    SpringApplication application = new SpringApplication(Starter.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setApplicationContextFactory(
        type ->
            new org.springframework.boot.web.servlet.context
                .AnnotationConfigServletWebServerApplicationContext());
    application.setDefaultProperties(all);
    context = (ServletWebServerApplicationContext) application.run();
    uri = URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
  }

  public URI uri() {
    return uri;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(uri + path)).header("Accept", "application/fhir+json");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
