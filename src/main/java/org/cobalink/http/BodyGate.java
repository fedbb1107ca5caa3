package org.cobalink.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.cobalink.hooks.BadCall;

/**
 * Before a servlet that is not ours: who calls, how much at once, and how long a body may be, as at
 * our own door. What sends no body only reads what is public.
 */
public final class BodyGate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private final transient Trust trust;
  private final transient Admission admission;
  private final transient BodyReader bodies;

  public BodyGate(Trust trust, int maxBody, int maxCalls) {
    this.trust = trust;
    this.admission = new Admission(maxCalls);
    this.bodies = new BodyReader(maxBody, admission);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = new byte[0];
    boolean entered = false;
    try {
      admission.enter();
      entered = true;
      trust.caller(request);
      body = bodies.read(request);
      chain.doFilter(new Read(request, body), response);
    } catch (BadCall e) {
      Refusals.write(response, e);
    } finally {
      admission.give(body.length);
      if (entered) {
        admission.leave();
      }
    }
  }

  /** A request whose body is here already. */
  private static final class Read extends HttpServletRequestWrapper {
    private final byte[] body;

    Read(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream in = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
          return in.read(bytes, from, length);
        }

        @Override
        public boolean isFinished() {
          return in.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new IllegalStateException("the body is read already");
        }
      };
    }
  }
}
