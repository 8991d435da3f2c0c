package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clientele.admin.web.Kind;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the console reads of the plug-ins: the properties of their services, as the bundle has them. */
class PluginsTest extends ScreenTest {

    @Test
    void everyScreenIsAPlugInOfTheCategoryUsersGroupsAndRoles() throws Exception {
        List<String> labels = Kind.ALL.stream().map(Kind::label).toList();
        assertThat(screens.plugins).containsOnlyKeys(labels);
        for (String label : labels) {
            assertThat(properties(label))
                    .as(label)
                    .containsEntry("felix.webconsole.label", label)
                    .containsEntry("felix.webconsole.category", "Users, Groups & Roles")
                    .containsKeys("felix.webconsole.title", "felix.webconsole.css");
        }
    }

    private Map<String, String> properties(String label) throws Exception {
        String component = screens.plugins.get(label).getClass().getName();
        Map<String, String> properties = new LinkedHashMap<>();
        try (InputStream xml = getClass().getResourceAsStream("/OSGI-INF/" + component + ".xml")) {
            NodeList elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("property");
            for (int i = 0; i < elements.getLength(); i++) {
                Element property = (Element) elements.item(i);
                properties.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        return properties;
    }
}
