// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the desk was asked to do: options of the command line before environment variables before
 * defaults.
 *
 * @param values the value of each option that was given, by its name without dashes
 * @param imports the files to import, in order
 * @param help whether only the help is wanted
 */
public record Options(Map<String, String> values, List<String> imports, boolean help) {
  private static final Map<String, String> WITH_VALUE =
      Map.ofEntries(
          Map.entry("port", "TSUNAGI_PORT"),
          Map.entry("bind", "TSUNAGI_BIND"),
          Map.entry("data", "TSUNAGI_DATA"),
          Map.entry("database", "TSUNAGI_DATABASE"),
          Map.entry("service-token-file", "TSUNAGI_SERVICE_TOKEN_FILE"),
          Map.entry("key-file", "TSUNAGI_KEY_FILE"),
          Map.entry("today", "TSUNAGI_TODAY"),
          Map.entry("smtp-host", "TSUNAGI_SMTP_HOST"),
          Map.entry("smtp-port", "TSUNAGI_SMTP_PORT"),
          Map.entry("smtp-from", "TSUNAGI_SMTP_FROM"),
          Map.entry("smtp-starttls", "TSUNAGI_SMTP_STARTTLS"),
          Map.entry("base-url", "TSUNAGI_BASE_URL"),
          Map.entry("watch-times", "TSUNAGI_WATCH_TIMES"),
          Map.entry("secret-file", "TSUNAGI_SECRET_FILE"),
          Map.entry("rosario-fields", "TSUNAGI_ROSARIO_FIELDS"),
          Map.entry("rosario-roles", "TSUNAGI_ROSARIO_ROLES"),
          Map.entry("rosario-terms", "TSUNAGI_ROSARIO_TERMS"),
          Map.entry("import", "TSUNAGI_IMPORT"));
  private static final Map<String, String> SWITCHES =
      Map.of(
          "sample", "TSUNAGI_SAMPLE",
          "timing", "TSUNAGI_TIMING",
          "behind-proxy", "TSUNAGI_BEHIND_PROXY");

  private static final String TIMES = "none|([01]\\d|2[0-3]):[0-5]\\d(,([01]\\d|2[0-3]):[0-5]\\d)*";

  /** Reads the command line and the environment. */
  public static Options parse(List<String> arguments, Map<String, String> environment)
      throws BadOption {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> imports = new ArrayList<>();
    boolean help = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--help") || argument.equals("-h")) {
        help = true;
        continue;
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(0, equals < 0 ? argument.length() : equals);
      name = name.startsWith("--") ? name.substring(2) : "";
      if (SWITCHES.containsKey(name) && equals < 0) {
        values.put(name, "true");
      } else if (WITH_VALUE.containsKey(name)) {
        if (equals < 0 && i + 1 >= arguments.size()) {
          throw new BadOption("--" + name + " には値が要ります。 / --" + name + " needs a value.");
        }
        String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
        if (name.equals("import")) {
          imports.add(value);
        } else {
          values.put(name, value);
        }
      } else {
        throw new BadOption(argument + " という指定はありません。 / Unknown option " + argument + ".");
      }
    }
    addEnvironment(values, imports, environment);
    Options options = new Options(values, List.copyOf(imports), help);
    options.check();
    return options;
  }

  private static void addEnvironment(
      Map<String, String> values, List<String> imports, Map<String, String> environment) {
    WITH_VALUE.forEach((name, variable) -> put(values, name, environment.get(variable)));
    SWITCHES.forEach((name, variable) -> put(values, name, environment.get(variable)));
    String files = values.remove("import");
    if (files != null && imports.isEmpty()) {
      imports.addAll(List.of(files.split(java.io.File.pathSeparator)));
    }
  }

  private static void put(
      Map<String, String> values, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.putIfAbsent(name, value);
    }
  }

  private void check() throws BadOption {
    int port = port();
    if (port < 0 || port > 65535) {
      throw new BadOption("--port は 0〜65535 の数です。 / --port takes 0-65535.");
    }
    if (find("today").isPresent()) {
      try {
        LocalDate.parse(find("today").get());
      } catch (DateTimeParseException e) {
        throw new BadOption(
            "--today は 2026-11-20 の形です。 / --today takes a date such as 2026-11-20.");
      }
    }
    if (find("database").filter(url -> !url.startsWith("jdbc:postgresql:")).isPresent()) {
      throw new BadOption(
          "--database は jdbc:postgresql://… です。 / --database takes a jdbc:postgresql URL.");
    }
    checkMail();
    if (find("key-file").filter(file -> !Files.isReadable(Path.of(file))).isPresent()) {
      throw new BadOption("--key-file のファイルが読めません。 / Can't read the file of --key-file.");
    }
    for (String file : imports) {
      if (!Files.isReadable(importPath(file))) {
        throw new BadOption("取り込むファイルが読めません: " + file + " / Can't read the file to import.");
      }
    }
    if (on("sample") && !loopback()) {
      throw new BadOption(
          "--sample の利用者のパスワードは公開されています。このコンピューターだけで待ち受けるとき（--bind 127.0.0.1）に限り使えます。"
              + " / --sample has public passwords and needs a loopback --bind.");
    }
    if (find("service-token-file").isPresent() && !loopback()) {
      throw new BadOption(
          "--service-token-file は、このコンピューターだけで待ち受けるとき（--bind 127.0.0.1）に限り使えます。"
              + " / --service-token-file needs a loopback --bind.");
    }
  }

  private void checkMail() throws BadOption {
    if (find("smtp-port").filter(port -> !port.matches("[1-9]\\d{0,4}")).isPresent()
        || find("smtp-starttls").filter(on -> !on.matches("true|false")).isPresent()) {
      throw new BadOption(
          "--smtp-port は数、--smtp-starttls は true か false です。"
              + " / --smtp-port takes a number, --smtp-starttls true or false.");
    }
    if (find("smtp-host").isPresent() != find("smtp-from").isPresent()) {
      throw new BadOption(
          "--smtp-host と --smtp-from は両方を指定します。 / --smtp-host and --smtp-from go together.");
    }
    if (find("watch-times").filter(t -> !t.matches(TIMES)).isPresent()) {
      throw new BadOption(
          "--watch-times は 10:30,16:00 の形か none です。 / --watch-times takes times such as"
              + " 10:30,16:00, or none.");
    }
  }

  private static Path importPath(String file) {
    int colon = file.indexOf(':');
    return Path.of(colon > 0 && !Files.exists(Path.of(file)) ? file.substring(colon + 1) : file);
  }

  private boolean loopback() throws BadOption {
    try {
      return InetAddress.getByName(bind()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new BadOption("--bind のアドレスが分かりません。 / Unknown address in --bind.");
    }
  }

  /** Finds the value of an option. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns the port; 0 lets the system choose one. */
  public int port() throws BadOption {
    try {
      return Integer.parseInt(find("port").orElse("8080"));
    } catch (NumberFormatException e) {
      throw new BadOption("--port は数です。 / --port takes a number.");
    }
  }

  /** Returns the address to listen on, loopback unless told otherwise. */
  public String bind() {
    return find("bind").orElse("127.0.0.1");
  }

  /** Returns the data folder. */
  public Path data() {
    return Path.of(find("data").orElse("tsunagi-data")).toAbsolutePath();
  }

  /** Tells whether a switch is on. */
  public boolean on(String name) {
    return find(name).filter("true"::equals).isPresent();
  }

  /** Returns the help, in Japanese and English. */
  public static String helpText() {
    return """
    つなぎ（Tsunagi）デスク

    java -jar tsunagi-desk.jar [指定…]

      --port N                  待ち受けるポート（既定 8080、0 は空いているもの）  TSUNAGI_PORT
      --bind ADDRESS            待ち受けるアドレス（既定 127.0.0.1）            TSUNAGI_BIND
      --data DIR                データフォルダー（既定 ./tsunagi-data）         TSUNAGI_DATA
      --database URL            jdbc:postgresql://… （既定はデータフォルダーの H2） TSUNAGI_DATABASE
                                利用者とパスワードは TSUNAGI_DATABASE_USER と TSUNAGI_DATABASE_PASSWORD
      --sample                  架空の見本の学校を入れて始める                  TSUNAGI_SAMPLE=true
      --import [KIND:]FILE      始めるときに取り込む（何度でも）                TSUNAGI_IMPORT
      --key-file FILE           鍵のファイル（既定はデータフォルダーの tsunagi.key） TSUNAGI_KEY_FILE
                                鍵そのものは TSUNAGI_KEY でも渡せます
      --service-token-file FILE 最初の連携用アカウントのトークンを書き出す        TSUNAGI_SERVICE_TOKEN_FILE
      --today YYYY-MM-DD        「今日」を固定する（見本と試験のため）           TSUNAGI_TODAY
      --behind-proxy            前に置いた TLS のプロキシの X-Forwarded-For と -Proto を信じる  TSUNAGI_BEHIND_PROXY=true
      --smtp-host HOST          お知らせのメールを送るサーバー                  TSUNAGI_SMTP_HOST
      --smtp-port N             そのポート（既定 587）                          TSUNAGI_SMTP_PORT
      --smtp-from ADDRESS       差出人                                          TSUNAGI_SMTP_FROM
      --smtp-starttls true|false STARTTLS を求める（既定 true）                 TSUNAGI_SMTP_STARTTLS
                                利用者とパスワードは TSUNAGI_SMTP_USER と TSUNAGI_SMTP_PASSWORD
      --base-url URL            メールに書くこのデスクのアドレス                TSUNAGI_BASE_URL
      --watch-times TIMES       気づきを知らせる時刻（既定 08:30,10:30,13:00,16:00。none は自動では知らせない）  TSUNAGI_WATCH_TIMES
      --secret-file FILE        RosarioSIS との合言葉のファイル（tsunagi-rosariosis.jar だけ） TSUNAGI_SECRET_FILE
      --rosario-fields N=COL,…  RosarioSIS の独自項目の列（number, registerNumber, familyKana, givenKana など）  TSUNAGI_ROSARIO_FIELDS
      --rosario-roles 名=ROLE,… RosarioSIS の権限の名前と職の対応               TSUNAGI_ROSARIO_ROLES
      --rosario-terms QTR|SEM   RosarioSIS のどの期間を学期とするか（既定 QTR）  TSUNAGI_ROSARIO_TERMS
      --timing                  応答に SQL の数と時間を付ける                  TSUNAGI_TIMING=true
      --help                    この説明

    Options above in English: port, address, data folder, PostgreSQL URL (user and password by environment),
    file of the key (the key itself by TSUNAGI_KEY), start with the fictional sample school, files to import at start (KIND is roster, calendar, closures, marks,
    schools or groups; without it the file's name tells), write the token of a first integrator account
    (loopback only), fix today, believe X-Forwarded-For and -Proto of a TLS proxy in front, the mail server for notices (user and
    password by TSUNAGI_SMTP_USER and TSUNAGI_SMTP_PASSWORD), the address of the desk in mail, the times of day at which
    people are told what was noticed, add statement counts to answers. Beside RosarioSIS (tsunagi-rosariosis.jar): the file of the shared
    secret, columns of custom fields, profiles and their roles, which marking periods are terms.
    """;
  }
}
