package io.scriptorium.modelruntime.checkpoint;

import static io.scriptorium.fixtures.SafetensorsBuilder.safetensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("m.safetensors");
  }

  @Test
  void readsTensorsWithTheirShapesAndNumbers() throws Exception {
    safetensors()
        .metadata("format", "pt")
        .floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
        .floats("scalar", List.of(), 7)
        .tensor("b", "BF16", List.of(2L), new byte[] {1, 2, 3, 4})
        .write(file);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      assertThat(opened.tensors()).containsOnlyKeys("a", "scalar", "b");
      CheckpointTensor a = opened.tensors().get("a");
      assertThat(a.dtype()).isEqualTo(Dtype.F32);
      assertThat(a.shape()).containsExactly(2L, 3L);
      assertThat(a.elements()).isEqualTo(6);
      assertThat(floats(a, 8, 3)).containsExactly(3, 4, 5);
      assertThat(a.map(4, 8).getFloat(4)).isEqualTo(3);
      assertThat(floats(opened.tensors().get("scalar"), 0, 1)).containsExactly(7);
      assertThat(opened.tensors().get("b").byteSize()).isEqualTo(4);
    }
  }

  @Test
  void acceptsPaddingAfterTheHeader() throws Exception {
    safetensors()
        .header("{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}   ")
        .data(1)
        .write(file);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      assertThat(opened.tensors()).containsOnlyKeys("a");
    }
  }

  @Test
  void letsEmptyTensorsShareAPlace() throws Exception {
    safetensors()
        .tensor("none", "F32", List.of(0L, 5L), new byte[0])
        .tensor("neither", "F32", List.of(Long.MAX_VALUE, 0L, Long.MAX_VALUE), new byte[0])
        .floats("one", List.of(1L), 1)
        .tensor("last", "F32", List.of(0L), new byte[0])
        .write(file);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      assertThat(opened.tensors()).hasSize(4);
      assertThat(opened.tensors().get("neither").elements()).isZero();
    }
  }

  @Test
  void acceptsAFileWithoutTensors() throws Exception {
    safetensors().write(file);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      assertThat(opened.tensors()).isEmpty();
    }
  }

  @Test
  void readsBeyondTwoGigabytes() throws Exception {
    long elements = (1L << 30) + 7;
    safetensors()
        .header(
            "{\"big\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(elements, elements * 4))
        .write(file);
    long end = Files.size(file) + elements * 4;
    writeSparsely(end - 4, 2.5f);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      CheckpointTensor big = opened.tensors().get("big");
      assertThat(floats(big, elements * 4 - 8, 2)).containsExactly(0, 2.5f);
      assertThat(big.map(elements * 4 - 4, 4).getFloat()).isEqualTo(2.5f);
    }
  }

  @Test
  void refusesToReadOutsideTheTensor() throws Exception {
    safetensors().floats("a", List.of(2L), 1, 2).floats("b", List.of(1L), 3).write(file);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      CheckpointTensor a = opened.tensors().get("a");
      assertThatThrownBy(() -> a.read(4, ByteBuffer.allocate(8)))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("bytes 4 + 8 of tensor a, which has 8");
      assertThatThrownBy(() -> a.map(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> a.map(Long.MAX_VALUE, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void saysWhenTheFileShrankAfterItWasOpened() throws Exception {
    safetensors().floats("a", List.of(2L), 1, 2).write(file);

    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() - 4);
      }
      CheckpointTensor a = opened.tensors().get("a");
      assertThatThrownBy(() -> a.read(0, ByteBuffer.allocate(8)))
          .isInstanceOf(ModelException.class)
          .hasMessage("m.safetensors: tensor a cannot be read: EOFException");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a':{'dtype':'F31','shape':[1],'data_offsets':[0,8]}} | has the unknown dtype F31",
        "{'a':{'dtype':'f32','shape':[2],'data_offsets':[0,8]}} | has the unknown dtype f32",
        "{'a':{'dtype':7,'shape':[2],'data_offsets':[0,8]}} | has a dtype that is no text",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | has 8 bytes; F32 of shape [3]"
            + " needs 12",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}} | has 8 bytes; F32 of shape [1]"
            + " needs 4",
        "{'a':{'dtype':'F32','shape':[],'data_offsets':[0,8]}} | has 8 bytes; F32 of shape [] needs"
            + " 4",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}} | has a shape"
            + " too large to count: [4294967296, 4294967296]",
        "{'a':{'dtype':'F32','shape':[4611686018427387906],'data_offsets':[0,8]}} | has a shape too"
            + " large to count: [4611686018427387906]",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | has -2 in shape, outside"
            + " 0..2^63-1",
        "{'a':{'dtype':'F32','shape':[18446744073709551618],'data_offsets':[0,8]}} | has"
            + " 18446744073709551618 in shape, outside 0..2^63-1",
        "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | has something other than an"
            + " integer in shape",
        "{'a':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}} | has something other than an"
            + " integer in shape",
        "{'a':{'dtype':'F32','shape':[[2]],'data_offsets':[0,8]}} | has something other than an"
            + " integer in shape",
        "{'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}} | has a shape that is no list",
        "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}} | has more than 8"
            + " numbers in shape",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | ends at byte 0, before its begin"
            + " 8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}} | has -8 in data_offsets, outside"
            + " 0..2^63-1",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | ends at byte 12 of 8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,9223372036854775807]}} | ends at byte"
            + " 9223372036854775807 of 8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,9223372036854775808]}} | has"
            + " 9223372036854775808 in data_offsets, outside 0..2^63-1",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8]}} | has 1 data_offsets instead of 2",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}} | has more than 2 numbers in"
            + " data_offsets",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | begins at byte 4, after a hole"
            + " from 0",
        "{'a':{'shape':[2],'data_offsets':[0,8]}} | has no dtype",
        "{'a':{'dtype':'F32','data_offsets':[0,8]}} | has no shape",
        "{'a':{'dtype':'F32','shape':[2]}} | has no data_offsets",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'more':1}} | has an unknown field",
        "{'a':[0,8]} | is no JSON object",
      })
  void refusesATensorAndNamesIt(String header, String message) {
    safetensors().header(header.replace('\'', '"')).data(8).write(file);

    assertRefused(Code.TENSOR_INVALID, "m.safetensors: tensor a " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0,8 | 4,12 | begins at byte 4, inside the tensor that ends at 8",
        "0,8 | 0,8 | begins at byte 0, inside the tensor that ends at 8",
        "0,8 | 9,17 | begins at byte 9, after a hole from 8",
        "8,16 | 0,7 | has 7 bytes; F32 of shape [2] needs 8",
      })
  void refusesTensorsThatDoNotLieSideBySide(String a, String b, String message) {
    safetensors()
        .header(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%s]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%s]}}"
                .formatted(a, b))
        .data(17)
        .write(file);

    assertRefused(Code.TENSOR_INVALID, "m.safetensors: tensor b " + message);
  }

  @Test
  void refusesAnEmptyTensorInsideAnother() {
    safetensors()
        .header(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,4]}}")
        .data(8)
        .write(file);

    assertRefused(Code.TENSOR_INVALID, "tensor b begins at byte 4, inside the tensor that ends");
  }

  @Test
  void refusesBytesAfterTheLastTensor() {
    safetensors().floats("a", List.of(2L), 1, 2).data(3).write(file);

    assertRefused(
        Code.CHECKPOINT_INVALID, "m.safetensors: the tensors end at byte 8, the data at 11");
  }

  @ParameterizedTest
  @CsvSource({
    "0, gives its header 0 bytes; the shortest has 2",
    "1, gives its header 1 bytes; the shortest has 2",
    "100000001, gives its header 100000001 bytes; at most 100000000 are read",
    "-9223372036854775808, gives its header 9223372036854775808 bytes; at most 100000000 are read",
    "-1, gives its header 18446744073709551615 bytes; at most 100000000 are read",
    "3, 'gives its header 3 bytes, but has 10 in all'",
    "100000000, 'gives its header 100000000 bytes, but has 10 in all'",
  })
  void refusesAHeaderLengthThatCannotBe(long length, String message) {
    safetensors().headerLength(length).write(file);

    assertRefused(Code.CHECKPOINT_INVALID, "m.safetensors " + message);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void refusesAFileShorterThanALength(int size) throws IOException {
    Files.write(file, new byte[size]);

    assertRefused(
        Code.CHECKPOINT_INVALID,
        "m.safetensors has " + size + " bytes, less than the length of a header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | m.safetensors has a header that does not begin with {",
        "'{}' | m.safetensors has a header that does not begin with {",
        "{'a': | m.safetensors: the header is not valid JSON: Unexpected end-of-input",
        "{} {} | m.safetensors: the header goes on after its JSON object",
        "{'__metadata__':{},'__metadata__':{}} | not valid JSON: Duplicate field '__metadata__'",
        "{'__metadata__':{'a':1}} | m.safetensors: __metadata__ holds something other than text",
        "{'__metadata__':{'a':{'b':'c'}}} | __metadata__ holds something other than text",
        "{'__metadata__':'a'} | m.safetensors: __metadata__ is no JSON object",
      })
  void refusesABrokenHeader(String header, String message) {
    safetensors().header(header.replace('\'', '"')).write(file);

    assertRefused(Code.CHECKPOINT_INVALID, message);
  }

  @Test
  void refusesATensorGivenTwice() {
    String entry = "\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}";
    safetensors().header("{" + entry + "," + entry + "}").data(1).write(file);

    assertRefused(Code.CHECKPOINT_INVALID, "not valid JSON: Duplicate field 'a'");
  }

  @Test
  void refusesAFieldOfATensorGivenTwice() {
    safetensors()
        .header("{\"a\":{\"dtype\":\"U8\",\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]}}")
        .data(1)
        .write(file);

    assertRefused(Code.CHECKPOINT_INVALID, "not valid JSON: Duplicate field 'dtype'");
  }

  @Test
  void refusesAHeaderThatIsNotUtf8() {
    safetensors().header(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}).write(file);

    assertRefused(Code.CHECKPOINT_INVALID, "m.safetensors has a header that is not UTF-8");
  }

  @Test
  void refusesDeepNestingWithoutRunningOutOfStack() {
    safetensors().header("{\"a\":" + "[".repeat(1_000_000)).write(file);

    assertRefused(Code.TENSOR_INVALID, "m.safetensors: tensor a is no JSON object");
  }

  @Test
  void keepsControlCharactersOfNamesOutOfTheError() {
    safetensors().header("{\"a\\nb" + "x".repeat(200) + "\":1}").write(file);

    ModelException e = refusal();
    assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(200).contains("tensor a?bxxx");
  }

  @Test
  void namesAMissingFile() {
    assertRefused(Code.CHECKPOINT_MISSING, "m.safetensors is missing from the checkpoint");
  }

  @Test
  void namesAFileThatIsAFolder() throws IOException {
    Files.createDirectory(file);

    assertRefused(Code.CHECKPOINT_INVALID, "m.safetensors cannot be read: IOException");
  }

  @Test
  void everyTruncationOfAGoodFileIsRefused() throws IOException {
    byte[] good = safetensors().floats("a", List.of(2L), 1, 2).floats("b", List.of(1L), 3).build();
    for (int size = 0; size < good.length; size++) {
      Files.write(file, Arrays.copyOf(good, size));

      assertThat(refusal()).as("the first %d bytes", size).isNotNull();
    }
  }

  private void assertRefused(Code code, String message) {
    ModelException e = refusal();
    assertThat(e).isNotNull().hasMessageContaining(message);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.getMessage()).doesNotContain(folder.toString());
  }

  private ModelException refusal() {
    return catchThrowableOfType(ModelException.class, () -> SafetensorsFile.open(file).close());
  }

  private void writeSparsely(long position, float value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(bytes, position);
    }
  }

  private static float[] floats(CheckpointTensor tensor, long byteOffset, int count)
      throws ModelException {
    ByteBuffer bytes = ByteBuffer.allocate(count * 4).order(ByteOrder.LITTLE_ENDIAN);
    tensor.read(byteOffset, bytes);
    float[] floats = new float[count];
    bytes.flip().asFloatBuffer().get(floats);
    return floats;
  }
}
