// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.host.NotOffered;
import org.tsunagi.api.school.InvalidId;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Gone;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** What the REST interface answers when something is refused or goes wrong. */
public final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private ErrorAnswers() {}

  /**
   * The body of an answer that refuses.
   *
   * @param error a stable code in capitals
   * @param message plain Japanese
   * @param findings why, for answers of rules
   */
  public record Body(String error, String message, List<Finding> findings) {}

  /** The body of a failure that the server did not expect. */
  private record Incident(String error, String incident) {}

  /** Lists the mappers, for Jersey. */
  static List<ExceptionMapper<?>> all() {
    return List.of(
        new MissingMapper(),
        new GoneMapper(),
        new InvalidIdMapper(),
        new NotPermittedMapper(),
        new MalformedMapper(),
        new JsonMapperOfErrors(),
        new StaleMapper(),
        new RefusedMapper(),
        new NotOfferedMapper(),
        new WebMapper(),
        new AnyMapper());
  }

  /** Logs a failure under a new incident id, without its text where that may hold personal data. */
  static String incident(Throwable failure) {
    byte[] bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    String id = HexFormat.of().withUpperCase().formatHex(bytes);
    LOG.error("incident {}", id, failure);
    return id;
  }

  private static Response answer(int status, Object body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }

  private static final class MissingMapper implements ExceptionMapper<Missing> {
    @Override
    public Response toResponse(Missing e) {
      return answer(404, new Body("NOT_FOUND", "見つかりません。", List.of()));
    }
  }

  private static final class GoneMapper implements ExceptionMapper<Gone> {
    @Override
    public Response toResponse(Gone e) {
      return answer(410, new Body("GONE", e.finding().message(), List.of(e.finding())));
    }
  }

  private static final class InvalidIdMapper implements ExceptionMapper<InvalidId> {
    @Override
    public Response toResponse(InvalidId e) {
      return answer(404, new Body("NOT_FOUND", "見つかりません。", List.of()));
    }
  }

  private static final class NotPermittedMapper implements ExceptionMapper<NotPermitted> {
    @Override
    public Response toResponse(NotPermitted e) {
      return answer(403, new Body("NOT_PERMITTED", "この操作をする権限がありません。", List.of()));
    }
  }

  private static final class MalformedMapper implements ExceptionMapper<Malformed> {
    @Override
    public Response toResponse(Malformed e) {
      return answer(400, new Body("MALFORMED", String.valueOf(e.getMessage()), List.of()));
    }
  }

  private static final class JsonMapperOfErrors
      implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : e.getLocation().getLineNr() + "行" + e.getLocation().getColumnNr() + "文字目の";
      return answer(
          400, new Body("MALFORMED", where + "JSONを読み取れません。項目の名前と値の形を確かめてください。", List.of()));
    }
  }

  private static final class StaleMapper implements ExceptionMapper<Stale> {
    @Override
    public Response toResponse(Stale e) {
      return answer(409, e.body());
    }
  }

  private static final class RefusedMapper implements ExceptionMapper<RefusedException> {
    @Override
    public Response toResponse(RefusedException e) {
      return answer(
          422,
          new Body("REFUSED", e.refusal().findings().get(0).message(), e.refusal().findings()));
    }
  }

  private static final class NotOfferedMapper implements ExceptionMapper<NotOffered> {
    @Override
    public Response toResponse(NotOffered e) {
      String where =
          switch (e.capability()) {
            case WRITE_MARKS, TAKEN_PER_HOMEROOM -> "出欠は、学校情報システムの出欠の画面でつけてください。";
            case WRITE_CALENDAR -> "授業日は、学校情報システムの予定の画面で直してください。";
            case RECEIVE_ROSTER -> "名簿は、学校情報システムの画面で直してください。";
            default -> "学校情報システムの画面で行ってください。";
          };
      Finding finding = new Finding("NOT_OFFERED", Finding.Severity.ERROR, where);
      return answer(422, new Body("REFUSED", where, List.of(finding)));
    }
  }

  private static final class WebMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException e) {
      int status = e.getResponse().getStatus();
      return switch (status) {
        case 401 ->
            Response.fromResponse(answer(401, new Body("NOT_SIGNED_IN", "サインインしてください。", List.of())))
                .header("WWW-Authenticate", "Bearer")
                .build();
        case 404 -> answer(404, new Body("NOT_FOUND", "見つかりません。", List.of()));
        case 400 -> answer(400, new Body("MALFORMED", "アドレスか本文の形が正しくありません。", List.of()));
        default ->
            status >= 500
                ? answer(500, new Incident("INTERNAL", incident(e)))
                : answer(status, new Body("HTTP_" + status, "この方法では受け付けられません。", List.of()));
      };
    }
  }

  private static final class AnyMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable e) {
      return answer(500, new Incident("INTERNAL", incident(e)));
    }
  }
}
