// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  record Fruit(String name, List<LocalDate> pickedOn, Fruit twin) {}

  @Path("baskets")
  public static class BasketResource implements ApiResource {
    @GET
    @Path("{id: [0-9]+}/fruits")
    @Summary("Lists fruits.")
    public List<Fruit> list(
        @PathParam("id") int id, @QueryParam("limit") @DefaultValue("50") int limit) {
      return List.of();
    }

    @POST
    public Fruit add(Fruit fruit) {
      return fruit;
    }
  }

  @Test
  void describesPathsParametersAndRecords() {
    var node = OpenApi.describe(List.of(BasketResource.class), "1");
    var list = node.at("/paths/~1baskets~1{id}~1fruits/get");
    assertEquals("Lists fruits.", list.get("summary").asText());
    assertEquals("path", list.at("/parameters/0/in").asText());
    assertEquals("50", list.at("/parameters/1/schema/default").asText());
    assertTrue(node.at("/paths/~1baskets/post/requestBody").isObject());
    assertEquals(
        "date",
        node.at("/components/schemas/OpenApiTest.Fruit/properties/pickedOn/items/format").asText());
  }
}
