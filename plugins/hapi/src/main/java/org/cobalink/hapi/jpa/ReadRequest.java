package org.cobalink.hapi.jpa;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A FHIR read in the name of whoever made another request: same connection, same headers, but for
 * those that speak of that request's body and answer.
 */
final class ReadRequest extends HttpServletRequestWrapper {
  private static final Set<String> OTHER_REQUESTS =
      Set.of(
          "accept",
          "accept-encoding",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "if-match",
          "if-modified-since",
          "if-none-exist",
          "if-none-match",
          "origin",
          "prefer",
          "transfer-encoding",
          "x-http-method-override",
          "x-progressive");

  private final Map<String, List<String>> own = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final String servletPath;
  private final String pathInfo;
  private final String query;

  /**
   * @param authorization value of the header; empty to leave it as the caller sent it
   * @param pathInfo {@code /Type/id} or {@code /Type}, after the tenant where there is one
   */
  ReadRequest(
      HttpServletRequest caller,
      String authorization,
      String servletPath,
      String pathInfo,
      String query) {
    super(caller);
    this.servletPath = servletPath;
    this.pathInfo = pathInfo;
    this.query = query;
    own.put("accept", List.of("application/fhir+json"));
    // a search HAPI remembers may be older than what was stored a moment ago
    own.put("cache-control", List.of("no-cache"));
    if (!authorization.isEmpty()) {
      own.put("authorization", List.of(authorization));
    }
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getServletPath() {
    return servletPath;
  }

  @Override
  public String getPathInfo() {
    return pathInfo;
  }

  @Override
  public String getRequestURI() {
    return getContextPath() + servletPath + pathInfo;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = super.getRequestURL();
    int path = url.indexOf("/", url.indexOf("://") + 3);
    url.setLength(path < 0 ? url.length() : path);
    return url.append(getRequestURI());
  }

  @Override
  public String getQueryString() {
    return query;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return query == null ? Map.of() : UrlUtil.parseQueryString(query);
  }

  @Override
  public String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  @Override
  public String[] getParameterValues(String name) {
    return getParameterMap().get(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public String getHeader(String name) {
    Enumeration<String> values = getHeaders(name);
    return values.hasMoreElements() ? values.nextElement() : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (own.containsKey(lower)) {
      return Collections.enumeration(own.get(lower));
    }
    return OTHER_REQUESTS.contains(lower) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = new ArrayList<>(own.keySet());
    for (String name : Collections.list(super.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!own.containsKey(lower) && !OTHER_REQUESTS.contains(lower)) {
        names.add(name);
      }
    }
    return Collections.enumeration(names);
  }

  @Override
  public long getDateHeader(String name) {
    return -1;
  }

  @Override
  public int getIntHeader(String name) {
    String value = getHeader(name);
    return value == null ? -1 : Integer.parseInt(value);
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public AsyncContext startAsync() {
    throw new IllegalStateException("a read within a request");
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    throw new IllegalStateException("a read within a request");
  }

  @Override
  public String getContentType() {
    return null;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(Reader.nullReader());
  }

  /** What the inner request keeps does not reach the outer one. */
  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public Object getAttribute(String name) {
    return attributes.containsKey(name) ? attributes.get(name) : super.getAttribute(name);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.put(name, null);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new ServletInputStream() {
      @Override
      public int read() {
        return -1;
      }

      @Override
      public boolean isFinished() {
        return true;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("there is no body");
      }
    };
  }
}
