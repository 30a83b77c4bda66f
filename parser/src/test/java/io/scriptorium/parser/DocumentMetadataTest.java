package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Repair;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageResult.Rendering;
import io.scriptorium.parser.PageResult.TextSummary;
import io.scriptorium.parser.PageResult.Usage;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.renderer.DocumentFacts;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.SourceFormat;
import io.scriptorium.renderer.TextLayer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentMetadataTest {
  private static final PageSize SIZE = new PageSize(1654, 2339);
  private static final Rendering RENDERING =
      new Rendering(
          SIZE,
          200,
          new PageTransform(0.36, 0, 0, -0.36, 0, 842),
          List.of(new RenderWarning(RenderWarning.Code.FIRST_PICTURE_ONLY, "there are 3")),
          0.0625,
          new TextSummary(TextLayer.Quality.USABLE, 1200, 1190, 0.96));

  @Test
  void writesPagesFailuresAndProvenance() {
    PageResult read =
        new PageResult.Read(
            1,
            Set.of(End.WHOLE),
            RENDERING,
            new Usage(new PageSize(1652, 2352), 0, 0, 2, 5010, 321, -0.03125),
            new PageReading(
                new Page(SIZE, List.of(new Paragraph(new BoundingBox(1, 2, 30, 40), "Grüße"))),
                List.of(new Repair("BOX_CLAMPED", "block 1", "x2 was 1700"))),
            PageExtras.NONE,
            null);
    PageResult failed =
        new PageResult.Failed(
            2, null, ParseException.Kind.BAD_INPUT, "PAGE_DAMAGED", "no image data");

    String json = metadata("invoice.pdf").toJson(List.of(read, failed));

    assertThat(json)
        .isEqualTo(
            """
            {
              "schemaVersion" : 1,
              "id" : "c0ffee",
              "label" : "invoice.pdf",
              "format" : "PDF",
              "status" : "PARTIAL",
              "pages" : [
                {
                  "number" : 1,
                  "status" : "DONE",
                  "image" : "pages/0001.png",
                  "size" : {
                    "width" : 1654,
                    "height" : 2339
                  },
                  "dpi" : 200.0,
                  "toPdfPoints" : [
                    0.36,
                    0.0,
                    0.0,
                    -0.36,
                    0.0,
                    842.0
                  ],
                  "ink" : 0.0625,
                  "text" : {
                    "quality" : "USABLE",
                    "characters" : 1200,
                    "visible" : 1190,
                    "coveredInk" : 0.96
                  },
                  "seenSize" : {
                    "width" : 1652,
                    "height" : 2352
                  },
                  "otherReadings" : 2,
                  "promptTokens" : 5010,
                  "tokens" : 321,
                  "meanLogProbability" : -0.0312,
                  "blocks" : [
                    {
                      "kind" : "paragraph",
                      "box" : [
                        1,
                        2,
                        30,
                        40
                      ],
                      "text" : "Grüße"
                    }
                  ],
                  "repairs" : [
                    {
                      "code" : "BOX_CLAMPED",
                      "place" : "block 1",
                      "message" : "x2 was 1700"
                    }
                  ],
                  "warnings" : [
                    {
                      "code" : "FIRST_PICTURE_ONLY",
                      "message" : "there are 3"
                    }
                  ]
                },
                {
                  "number" : 2,
                  "status" : "FAILED"
                }
              ],
              "failures" : [
                {
                  "page" : 2,
                  "code" : "PAGE_DAMAGED",
                  "message" : "no image data"
                }
              ],
              "provenance" : {
                "source" : {
                  "sha256" : "c0ffee",
                  "bytes" : 12
                },
                "renderer" : {
                  "dpi" : 200,
                  "minPixels" : 3136,
                  "maxPixels" : 12845056
                },
                "model" : {
                  "name" : "tiny",
                  "fingerprint" : "ab12",
                  "settings" : {
                    "maxTokens" : 64,
                    "prompt" : "QwenVL HTML ",
                    "sampling" : {
                      "beams" : 1,
                      "seed" : 7,
                      "temperature" : 0.0
                    }
                  }
                },
                "versions" : {
                  "scriptorium" : "%s",
                  "java" : "%s"
                }
              }
            }
            """
                .formatted(ProductVersion.get(), System.getProperty("java.version")));
  }

  @Test
  void leavesOutALogProbabilityThatIsNoNumber() {
    Usage nothing = new Usage(SIZE, 0, 0, 0, 10, 0, Double.NaN);
    PageReading blank = new PageReading(new Page(SIZE, List.of()), List.of());

    String json =
        metadata("blank.png")
            .toJson(
                List.of(
                    new PageResult.Read(
                        1, Set.of(End.WHOLE), RENDERING, nothing, blank, PageExtras.NONE, null)));

    assertThat(json).doesNotContain("meanLogProbability").contains("PAGE_EMPTY");
  }

  @Test
  void keepsHostileLabelsAsText() {
    String json = metadata("../\u001b[31m\n\"x\".pdf").toJson(List.of());

    assertThat(json).contains("\"label\" : \"../\\u001B[31m\\n\\\"x\\\".pdf\"");
  }

  @Test
  void survivesALabelThatIsNoUnicode() {
    assertThat(metadata("half \ud83d.pdf").toJson(List.of())).contains("\"label\" : \"half ");
  }

  @Test
  void knowsTheVersionOfTheBuild() {
    assertThat(ProductVersion.get()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  private static DocumentMetadata metadata(String label) {
    Map<String, Object> settings =
        Map.of(
            "prompt",
            "QwenVL HTML ",
            "maxTokens",
            64,
            "sampling",
            Map.of("temperature", 0.0, "seed", 7, "beams", 1));
    return new DocumentMetadata(
        label,
        new Digest("c0ffee", 12),
        SourceFormat.PDF,
        Status.PARTIAL,
        RenderOptions.DEFAULTS,
        new ModelIdentity("tiny", "ab12", settings),
        DocumentFacts.NONE,
        List.of(),
        false,
        List.of());
  }
}
