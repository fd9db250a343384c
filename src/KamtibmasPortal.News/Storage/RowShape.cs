using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KamtibmasPortal.News.Storage;

/// <summary>How the rows of one entity are written: its columns and their conversions, as the model has them, and the SQL that both stores read.</summary>
internal sealed class RowShape
{
    private const string Annotation = "Kamtibmas:RowShape";

    private readonly List<Column> _columns;

    private RowShape(IEntityType entity)
    {
        _columns = [.. entity.GetProperties().Select((p, i) => new Column(p, $"@p{i}"))];
        var table = Quoted(entity.GetTableName()!);
        var keys = entity.FindPrimaryKey()!.Properties;
        var key = string.Join(", ", keys.Select(p => Quoted(p.GetColumnName())));
        Insert = $"INSERT INTO {table} ({string.Join(", ", _columns.Select(c => Quoted(c.Name)))}) VALUES ({string.Join(", ", _columns.Select(c => c.Parameter))})";
        InsertMissing = $"{Insert} ON CONFLICT ({key}) DO NOTHING";
        Upsert = $"{Insert} ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", _columns.Where(c => !keys.Contains(c.Property)).Select(c => $"{Quoted(c.Name)} = excluded.{Quoted(c.Name)}"))}";
    }

    public string Insert { get; }
    public string InsertMissing { get; }
    public string Upsert { get; }

    public static RowShape Of(IModel model, Type type)
    {
        var entity = model.FindEntityType(type)!;
        return entity.GetOrAddRuntimeAnnotationValue(Annotation, static e => new RowShape(e!), entity);
    }

    /// <summary>New parameters with the row's values, in the order of the columns.</summary>
    public DbParameter[] Parameters(DbCommand maker, object row) => [.. _columns.Select(c => c.Mapping.CreateParameter(maker, c.Parameter, c.Get(row), c.Property.IsNullable))];

    /// <summary>The row's values into a command of this shape, which has its parameters already or gets them now.</summary>
    public void Fill(DbCommand command, object row)
    {
        if (command.Parameters.Count == 0)
        {
            command.Parameters.AddRange(Parameters(command, row));
            return;
        }

        for (var i = 0; i < _columns.Count; i++)
        {
            command.Parameters[i] = _columns[i].Mapping.CreateParameter(command, _columns[i].Parameter, _columns[i].Get(row), _columns[i].Property.IsNullable);
        }
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private sealed class Column(IProperty property, string parameter)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public IProperty Property => property;
        public string Parameter => parameter;
        public string Name { get; } = property.GetColumnName();
        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public object? Get(object row) => _getter.GetClrValue(row);
    }
}
