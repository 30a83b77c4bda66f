package io.scriptorium.htmlschema;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves one page on the loopback interface, and notes what else is asked for. */
final class PageServer implements AutoCloseable {
  private static final String POLICY = "default-src 'none'; report-uri /violation";

  private final HttpServer server;
  private final List<String> others = new CopyOnWriteArrayList<>();
  private volatile String page = "";
  private volatile boolean strict;

  private PageServer(HttpServer server) {
    this.server = server;
  }

  static PageServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PageServer server = new PageServer(http);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /**
   * Changes the page.
   *
   * @param underPolicy whether the browser is told to allow nothing and to report what is tried
   */
  void show(String html, boolean underPolicy) {
    page = html;
    strict = underPolicy;
    others.clear();
  }

  String address() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/page";
  }

  /** What was asked for or reported since the last page was shown. */
  List<String> others() {
    return others;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = new byte[0];
    if (path.equals("/page")) {
      body = page.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      if (strict) {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      }
    } else if (!path.equals("/favicon.ico")) {
      others.add(exchange.getRequestMethod() + " " + path);
    }
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
