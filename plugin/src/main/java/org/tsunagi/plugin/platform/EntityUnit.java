// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The persistence unit: the entities listed in {@code META-INF/persistence.xml}, on the store's
 * data source.
 */
final class EntityUnit implements PersistenceUnitInfo {
  private static final String LIST = "META-INF/persistence.xml";

  private final DataSource dataSource;
  private final List<String> classNames;

  EntityUnit(DataSource dataSource) {
    this.dataSource = dataSource;
    this.classNames = readClassNames();
  }

  private static List<String> readClassNames() {
    try (InputStream file =
        BundleFiles.open(LIST).orElseThrow(() -> new IllegalStateException(LIST))) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(file);
      NodeList nodes = document.getElementsByTagName("class");
      List<String> names = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        names.add(nodes.item(i).getTextContent().strip());
      }
      return List.copyOf(names);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("the list of entities can't be read", e);
    }
  }

  @Override
  public String getPersistenceUnitName() {
    return "tsunagi";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return "org.eclipse.persistence.jpa.PersistenceProvider";
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public @Nullable DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return dataSource;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public @Nullable URL getPersistenceUnitRootUrl() {
    URL list = EntityUnit.class.getClassLoader().getResource(LIST);
    try {
      return list == null ? null : new URL(list, "../");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> getManagedClassNames() {
    return classNames;
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return new Properties();
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public @Nullable ClassLoader getClassLoader() {
    return EntityUnit.class.getClassLoader();
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // The classes are woven when the bundle is built.
  }

  @Override
  public @Nullable ClassLoader getNewTempClassLoader() {
    return EntityUnit.class.getClassLoader();
  }
}
