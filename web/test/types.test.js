// The shapes the pages read (src/api) are those of the server's OpenAPI document: no field that no answer has, none taken for granted that may be missing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';

const at = path => new URL(`../${path}`, import.meta.url);
const { components: { schemas } } = JSON.parse(readFileSync(at('openapi.json'), 'utf8'));

const interfaces = new Map();
for (const file of ['types.ts', 'chains.ts']) {
  const source = ts.createSourceFile(file, readFileSync(at(`src/api/${file}`), 'utf8'), ts.ScriptTarget.Latest, true);
  source.forEachChild(node => { if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node); });
}

/** What a schema says of an object, the parts of a whole together. */
function resolved(schema) {
  if (schema?.$ref) return resolved(schemas[schema.$ref.split('/').pop()]);
  if (schema?.oneOf) return resolved(schema.oneOf.find(part => part.type !== 'null'));
  if (!schema?.allOf) return schema;
  const parts = schema.allOf.map(resolved);
  return { properties: Object.assign({}, ...parts.map(part => part.properties)), required: parts.flatMap(part => part.required ?? []) };
}
/** The shape written in a type: in place, in a list, or one or nothing. */
const shape = type => {
  if (ts.isTypeLiteralNode(type)) return type;
  if (ts.isArrayTypeNode(type)) return shape(type.elementType);
  if (ts.isUnionTypeNode(type)) return type.types.map(shape).find(Boolean);
  return undefined;
};
const mayMiss = member => !!member.questionToken || /\b(null|undefined|unknown)\b/.test(member.type.getText());

function faults(where, members, schema) {
  const whole = resolved(schema), object = whole?.items ? resolved(whole.items) : whole;
  if (!object?.properties) return [];
  return members.filter(ts.isPropertySignature).flatMap(member => {
    const name = member.name.text, known = object.properties[name], inner = shape(member.type);
    if (!known) return [`${where}.${name}: no answer has it`];
    const granted = !mayMiss(member) && !object.required?.includes(name) ? [`${where}.${name}: may be missing`] : [];
    return [...granted, ...(inner ? faults(`${where}.${name}`, [...inner.members], known) : [])];
  });
}

test('the pages’ types are in step with the server’s document', () => {
  const schema = name => schemas[`${name}View`] ?? schemas[name];
  const found = [...interfaces].filter(([name]) => schema(name));
  assert.ok(found.length > 60, `${found.length} shapes have a schema of their name`);
  assert.deepEqual(found.flatMap(([name, node]) => faults(name, [...node.members], schema(name))), []);
});
