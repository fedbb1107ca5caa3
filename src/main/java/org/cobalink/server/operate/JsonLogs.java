package org.cobalink.server.operate;

import com.fasterxml.jackson.core.JacksonException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cobalink.fhir.Json;

/** Log lines as JSON, one object each. Of a fault only its kind: a message may quote a chart. */
public final class JsonLogs extends Formatter {
  /** Makes every log line of this process JSON. */
  public static void install() {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler h : root.getHandlers()) {
      h.setFormatter(new JsonLogs());
    }
  }

  @Override
  public String format(LogRecord record) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("time", record.getInstant().toString());
    line.put("level", record.getLevel().getName());
    line.put("logger", record.getLoggerName());
    line.put("message", formatMessage(record));
    if (record.getThrown() != null) {
      line.put("fault", record.getThrown().getClass().getName());
    }
    try {
      return Json.MAPPER.writeValueAsString(line) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }
}
