// The handlers that build a tree of every stanza, one malloc for each thing, as clients on libexpat do.
#include <stdlib.h>
#include <string.h>

#include "expat_session.h"

static char *duplicate(const char *bytes, size_t length) {
  char *copy = malloc(length + 1);
  memcpy(copy, bytes, length);
  copy[length] = 0;
  return copy;
}

static tree_node *append_node(tree_node *parent) {
  tree_node *node = malloc(sizeof *node);
  memset(node, 0, sizeof *node);
  node->parent = parent;
  if (parent) {
    if (parent->last)
      parent->last->next = node;
    else
      parent->first = node;
    parent->last = node;
  }
  return node;
}

void cbench_tree_free(tree_node *node) {
  for (tree_node *child = node->first, *next; child; child = next) {
    next = child->next;
    cbench_tree_free(child);
  }
  for (tree_attribute *attribute = node->attributes, *next; attribute; attribute = next) {
    next = attribute->next;
    free(attribute->name);
    free(attribute->value);
    free(attribute);
  }
  free(node->name);
  free(node->namespace_uri);
  free(node->text);
  free(node);
}

static void XMLCALL tree_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  expat_session *session = user;
  session->counts.elements++;
  if (++session->depth == 1) {
    for (; *attributes; attributes += 2) session->counts.attributes++;
    return;
  }
  tree_node *node = append_node(session->current);
  const char *separator = strchr(name, NAME_SEPARATOR);
  if (separator) {
    node->namespace_uri = duplicate(name, (size_t)(separator - name));
    name = separator + 1;
  }
  node->name = duplicate(name, strlen(name));
  tree_attribute **tail = &node->attributes;
  for (; *attributes; attributes += 2) {
    session->counts.attributes++;
    tree_attribute *attribute = malloc(sizeof *attribute);
    attribute->next = NULL;
    attribute->name = duplicate(attributes[0], strlen(attributes[0]));
    attribute->value = duplicate(attributes[1], strlen(attributes[1]));
    *tail = attribute;
    tail = &attribute->next;
  }
  session->current = node;
}

static void XMLCALL tree_text(void *user, const XML_Char *text, int length) {
  expat_session *session = user;
  session->counts.text_bytes += (unsigned)length;
  if (!session->current) return;
  tree_node *node = session->current->last;
  if (!node || node->name) node = append_node(session->current);
  if (node->text_length + (unsigned)length > node->text_capacity) {
    size_t capacity = (node->text_length + (unsigned)length + 31) & ~(size_t)31;
    if (node->text_capacity) capacity *= 2;
    node->text = realloc(node->text, capacity);
    node->text_capacity = capacity;
  }
  memcpy(node->text + node->text_length, text, (unsigned)length);
  node->text_length += (unsigned)length;
}

static void XMLCALL tree_end(void *user, const XML_Char *name) {
  expat_session *session = user;
  (void)name;
  if (--session->depth == 0) return;
  tree_node *node = session->current;
  session->current = node->parent;
  if (session->depth == 1) {
    session->counts.stanzas++;
    cbench_tree_free(node);
  }
}

void cbench_expat_build_trees(XML_Parser parser) {
  XML_SetElementHandler(parser, tree_start, tree_end);
  XML_SetCharacterDataHandler(parser, tree_text);
}
