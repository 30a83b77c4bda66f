package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.NoOpLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PdfLoggingTest {
  @Test
  void keepsTheMessagesOfTheLibraryOutOfLogs() {
    assertThat(LogFactory.getLog(PDDocument.class)).isInstanceOf(NoOpLog.class);
  }
}
