package org.cobalink.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.function.Supplier;

/** Makes a servlet when it is first asked for: what nobody uses costs no start-up time. */
public final class LazyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient Supplier<? extends HttpServlet> maker;
  private transient volatile HttpServlet made;

  public LazyServlet(Supplier<? extends HttpServlet> maker) {
    this.maker = maker;
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    HttpServlet servlet = made;
    (servlet == null ? make() : servlet).service(request, response);
  }

  private synchronized HttpServlet make() throws ServletException {
    if (made == null) {
      HttpServlet servlet = maker.get();
      servlet.init(getServletConfig());
      made = servlet;
    }
    return made;
  }

  @Override
  public void destroy() {
    if (made != null) {
      made.destroy();
    }
  }
}
