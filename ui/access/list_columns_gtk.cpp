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

void leaveSearchToProgram(wxDataViewCtrl& list) {
    gtk_tree_view_set_enable_search(GTK_TREE_VIEW(list.GtkGetTreeView()), FALSE);
}

std::optional<ListPlace> placeOf(const wxDataViewCtrl& list) {
    GtkTreeView* tree = GTK_TREE_VIEW(const_cast<wxDataViewCtrl&>(list).GtkGetTreeView());
    GtkTreePath* first = nullptr;
    if (!gtk_tree_view_get_visible_range(tree, &first, nullptr)) return std::nullopt;
    GdkRectangle seen, row;
    gtk_tree_view_get_visible_rect(tree, &seen);
    gtk_tree_view_get_background_area(tree, first, nullptr, &row);
    const int number = gtk_tree_path_get_indices(first)[0];
    gtk_tree_path_free(first);
    // The first one may be cut at the top: then the next, which begins that much lower.
    int bx = 0, by = 0;
    gtk_tree_view_convert_bin_window_to_tree_coords(tree, 0, row.y, &bx, &by);
    const int above = seen.y - by; // px of it that are hidden
    const int free = seen.height - row.height;
    if (free <= 0 || row.height <= 0) return std::nullopt;
    if (above <= 0) return ListPlace{static_cast<unsigned>(number), 0};
    return ListPlace{static_cast<unsigned>(number) + 1, static_cast<double>(row.height - above) / free};
}

void scrollTo(wxDataViewCtrl& list, const ListPlace& place) {
    GtkTreePath* path = gtk_tree_path_new_from_indices(static_cast<int>(place.row), -1);
    gtk_tree_view_scroll_to_cell(GTK_TREE_VIEW(list.GtkGetTreeView()), path, nullptr, TRUE,
                                 static_cast<float>(place.height), 0);
    gtk_tree_path_free(path);
}

void redraw(wxDataViewCtrl& list) {
    GtkTreeView* tree = GTK_TREE_VIEW(list.GtkGetTreeView());
    GtkTreeModel* model = gtk_tree_view_get_model(tree);
    GtkTreePath* at = nullptr;
    GtkTreePath* last = nullptr;
    if (model == nullptr || !gtk_tree_view_get_visible_range(tree, &at, &last)) return;
    GtkTreeIter row;
    for (; gtk_tree_path_compare(at, last) <= 0; gtk_tree_path_next(at))
        if (gtk_tree_model_get_iter(model, &row, at)) gtk_tree_model_row_changed(model, at, &row);
    gtk_tree_path_free(at);
    gtk_tree_path_free(last);
}

} // namespace ui::access
