using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace KamtibmasPortal.Web.Export;

/// <summary>Tables that spreadsheets open without running anything in them.</summary>
public static class SpreadsheetTable
{
    /// <summary>A cell that a spreadsheet would take for a formula begins with an apostrophe, as spreadsheets themselves mark text.</summary>
    public static readonly CsvConfiguration Dialect = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
        NewLine = "\r\n",
    };

    public static void Row(CsvWriter table, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            table.WriteField(cell);
        }

        table.NextRecord();
    }
}
