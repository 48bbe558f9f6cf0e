// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/list_columns.h"

#include <gtk/gtk.h>
#include <wx/dataview.h>

namespace ui::access {
namespace {

GtkTreeViewColumn* gtkColumn(const wxDataViewColumn& column) {
    return GTK_TREE_VIEW_COLUMN(column.GetGtkHandle());
}

template <typename Act>
void forEachCell(const wxDataViewColumn& column, Act act) {
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(gtkColumn(column)));
    for (GList* at = cells; at != nullptr; at = at->next) act(GTK_CELL_RENDERER(at->data));
    g_list_free(cells);
}

} // namespace

void giveFreeWidth(wxDataViewColumn& column) { gtk_tree_view_column_set_expand(gtkColumn(column), TRUE); }

void packIcons(wxDataViewColumn& column) {
    GtkCellArea* area = gtk_cell_layout_get_area(GTK_CELL_LAYOUT(gtkColumn(column)));
    forEachCell(column, [area](GtkCellRenderer* cell) {
        gtk_cell_area_cell_set(area, cell, "fixed-size", FALSE, "align", FALSE, nullptr);
    });
}

void padIcons(wxDataViewColumn& column, int px) {
    forEachCell(column, [px](GtkCellRenderer* cell) {
        if (GTK_IS_CELL_RENDERER_PIXBUF(cell)) gtk_cell_renderer_set_padding(cell, px, 0);
    });
}

} // namespace ui::access
