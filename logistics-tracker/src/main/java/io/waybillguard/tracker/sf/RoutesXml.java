package io.waybillguard.tracker.sf;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the routes of a push in XML. A document type is refused, so that no entity is ever expanded
 * and nothing outside the push is ever fetched.
 */
final class RoutesXml {

    private static final String ROUTE = "WaybillRoute";

    private RoutesXml() {}

    /** The routes; empty when {@code text} is no XML or has a document type. */
    static Optional<List<Route>> read(String text) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            try {
                return routes(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<Route>> routes(XMLStreamReader xml) throws XMLStreamException {
        List<Route> routes = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                return Optional.empty();
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(ROUTE)) {
                routes.add(Route.of(name -> attribute(xml, name)));
            }
        }
        return Optional.of(routes);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The JDK's own, whatever else lies on the class path; not safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
