// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the desk's key comes from: 256 bits in base 64, outside the database.
 *
 * <p>The property {@code tsunagi.key} is the key itself, {@code tsunagi.keyFile} a file that must
 * exist. Without either it is the file {@code tsunagi.key} in the data folder, which is made at the
 * first start and which only its owner may read. Nodes that share a database need the same key.
 */
public final class DeskKey {
  /** The file's name in the data folder. */
  public static final String FILE = "tsunagi.key";

  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private DeskKey() {}

  /**
   * Reads the key, making it in the data folder where none is named.
   *
   * @param property gives a framework property; empty when it is not set
   * @throws IllegalStateException when what is named is no key; the key is never in the text
   */
  public static byte[] read(UnaryOperator<String> property) {
    String key = property.apply("tsunagi.key");
    if (!key.isBlank()) {
      return decode(key, "TSUNAGI_KEY");
    }
    try {
      String named = property.apply("tsunagi.keyFile");
      if (!named.isBlank()) {
        return decode(Files.readString(Path.of(named)), "TSUNAGI_KEY_FILE");
      }
      return readOwn(Path.of(property.apply("tsunagi.data")));
    } catch (IOException e) {
      throw new UncheckedIOException("the file of the desk's key can't be read", e);
    }
  }

  private static byte[] readOwn(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      create(folder, file);
    } else if (posix(file)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
    return decode(Files.readString(file), FILE);
  }

  private static void create(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    FileAttribute<?>[] attributes =
        posix(folder)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    String text = Base64.getEncoder().encodeToString(Secrets.bytes(BYTES)) + "\n";
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options, attributes)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException e) {
      // Another start was quicker; its key holds.
    }
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private static byte[] decode(String text, String source) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // The exception quotes the text, so it is not passed on.
    }
    throw new IllegalStateException(source + " must be 32 bytes in base 64");
  }
}
