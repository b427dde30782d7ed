package io.waybillguard.orders.api;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Texts of a request are texts: neither NUL, which the database does not store, so that a repeat
 * would differ from what is stored; nor half a character, which no topic carries.
 */
@Component
final class StorableTexts extends SimpleModule {
    private static final String WHY = "holds what is no character";

    StorableTexts() {
        super("storable-texts");
        addDeserializer(String.class, new Texts());
    }

    private static final class Texts extends StdDeserializer<String> {
        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            if (text.codePoints().anyMatch(Texts::isNoCharacter)) {
                throw DatabindException.from(json, WHY, new IllegalArgumentException(WHY));
            }
            return text;
        }

        private static boolean isNoCharacter(int codePoint) {
            boolean half =
                    codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            return half || codePoint == 0;
        }
    }
}
