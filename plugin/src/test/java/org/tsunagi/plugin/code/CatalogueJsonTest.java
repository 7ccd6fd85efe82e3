// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;

class CatalogueJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CodeCatalogue SHIPPED = new ShippedCodes().catalogue();

  private static JsonNode resource(String path) throws IOException {
    try (InputStream in = CatalogueJsonTest.class.getResourceAsStream(path)) {
      return JSON.readTree(in);
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(resource("/schema/attendance-codes.json"));
  }

  @Test
  void shippedCatalogueIsValidAgainstThePublishedSchema() throws IOException {
    JsonNode shipped = resource("/code/shipped-codes.json");
    assertEquals(34, shipped.path("codes").size());
    assertEquals(Set.of(), schema().validate(shipped));
  }

  @Test
  void writtenCatalogueIsTheShippedFileAndReadsBackTheSame() throws IOException {
    ObjectNode written = CatalogueJson.write(SHIPPED.list());
    assertEquals(resource("/code/shipped-codes.json"), written);
    CodeCatalogue again =
        CatalogueJson.read(new ByteArrayInputStream(JSON.writeValueAsBytes(written)));
    assertEquals(SHIPPED.list(), again.list());
  }

  @ParameterizedTest
  @CsvSource({
    "id,absent_illness",
    "effect,maybe",
    "family,gold",
    "sheetRow,9",
    "remarkTemplate,出席停止{days}日",
    "basis,''",
    "decisionNeeded,crediting",
    "colour,red"
  })
  void schemaRefusesACodeThatIsWrong(String field, String value) throws IOException {
    ObjectNode catalogue = CatalogueJson.write(SHIPPED.list());
    ObjectNode first = (ObjectNode) catalogue.path("codes").get(0);
    if (field.equals("sheetRow")) {
      first.put(field, Integer.parseInt(value));
    } else {
      first.put(field, value);
    }
    assertFalse(schema().validate(catalogue).isEmpty());
  }

  @Test
  void everyShippedCodeNamesItsBasisAndRolesThatExist() {
    Set<String> roles =
        List.of(HostRole.values()).stream().map(HostRole::code).collect(Collectors.toSet());
    for (AttendanceCode code : SHIPPED.list()) {
      assertFalse(code.basis().isBlank(), code.id());
      assertTrue(roles.containsAll(code.roles()), code.id());
    }
  }

  @Test
  void fiveCodesAreForTheHeadAndTheOfficeOnly() {
    assertEquals(
        Set.of(
            "SUSPENSION_CONDUCT",
            "EXEMPT_CUSTODY",
            "EXEMPT_PROTECTION",
            "CREDITED_PROTECTION",
            "CREDITED_CORRECTIONAL"),
        SHIPPED.list().stream()
            .filter(code -> code.roles().equals(List.of("principal", "vicePrincipal", "office")))
            .map(AttendanceCode::id)
            .collect(Collectors.toSet()));
    assertEquals(29, SHIPPED.list().stream().filter(code -> code.roles().isEmpty()).count());
  }
}
