package io.scriptorium.htmlschema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headless Chromium that tells, over its DevTools protocol, what pages do. One page at a time.
 * The protocol's messages are JSON of which only names and addresses are of interest here.
 */
final class Chromium implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": \"([^\"]+)\"");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([A-Za-z.]+)\"");
  private static final Pattern ADDRESS = Pattern.compile("\"url\":\"([^\"]*)\"");

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private int commands;

  /** Starts one with a profile of its own. */
  static Chromium start(Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                // In containers there may be no other user than root, who has no sandbox.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new Chromium(process);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private Chromium(Process process) throws Exception {
    this.process = process;
    HttpClient client = HttpClient.newHttpClient();
    String host = host(process);
    URI pages = URI.create("http://" + host + "/json/list");
    String list =
        client
            .send(HttpRequest.newBuilder(pages).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher page = SOCKET.matcher(list.substring(list.indexOf("\"type\": \"page\"")));
    if (!page.find()) {
      throw new IOException("Chromium has no page: " + list);
    }
    this.socket =
        client.newWebSocketBuilder().buildAsync(URI.create(page.group(1)), new Listener()).get();
    send("Page.enable", "");
    send("Page.setLifecycleEventsEnabled", "\"enabled\":true");
    send("Network.enable", "");
    send("Debugger.enable", "");
  }

  private static String host(Process process) throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread drain = new Thread(() -> errors.lines().forEach(rest -> {}), "chromium-errors");
        drain.setDaemon(true);
        drain.start();
        return listening.group(1);
      }
    }
    throw new IOException("Chromium did not start");
  }

  /**
   * Opens a page and waits until it has been quiet for half a second.
   *
   * @return each script, each dialog, and each request for anything but the page itself
   */
  List<String> visit(String address) throws Exception {
    events.clear();
    send("Page.navigate", "\"url\":\"" + address + "\"");
    List<String> seen = new ArrayList<>();
    boolean loaded = false;
    while (true) {
      String event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new IOException(address + " does not come to rest; seen so far: " + seen);
      }
      String method = first(METHOD, event);
      loaded |= method.equals("Page.loadEventFired");
      switch (method) {
        case "Page.javascriptDialogOpening" -> {
          seen.add("dialog");
          send("Page.handleJavaScriptDialog", "\"accept\":true");
        }
        case "Debugger.scriptParsed" -> seen.add("script");
        case "Network.requestWillBeSent" -> {
          String asked = first(ADDRESS, event.substring(event.indexOf("\"request\":")));
          if (!asked.equals(address) && !asked.endsWith("/favicon.ico")) {
            seen.add("request " + asked);
          }
        }
        case "Page.lifecycleEvent" -> {
          if (loaded && event.contains("\"name\":\"networkIdle\"")) {
            return seen;
          }
        }
        default -> {
          // Nothing that a page could do to anybody.
        }
      }
    }
  }

  private static String first(Pattern pattern, String event) {
    Matcher found = pattern.matcher(event);
    return found.find() ? found.group(1) : "";
  }

  private void send(String method, String parameters) throws Exception {
    commands++;
    String command =
        "{\"id\":" + commands + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}";
    socket.sendText(command, true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Puts events into the queue; answers to commands are of no interest. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        if (message.indexOf("\"method\":") >= 0) {
          events.add(message.toString());
        }
        message.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
