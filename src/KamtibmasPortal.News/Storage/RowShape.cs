using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KamtibmasPortal.News.Storage;

/// <summary>How the rows of one entity are written and read: its columns and their conversions, as the model has them, and the SQL that both stores read.</summary>
internal sealed class RowShape
{
    private const string Annotation = "Kamtibmas:RowShape";

    private readonly List<Column> _columns;
    private readonly string _select;
    private readonly ConcurrentDictionary<string, string> _selects = new(StringComparer.Ordinal);
    private readonly Lazy<Delegate> _reader;

    private RowShape(IEntityType entity)
    {
        _columns = [.. entity.GetProperties().Select((p, i) => new Column(p, $"@p{i}"))];
        var table = Quoted(entity.GetTableName()!);
        var keys = entity.FindPrimaryKey()!.Properties;
        var key = string.Join(", ", keys.Select(p => Quoted(p.GetColumnName())));
        Insert = $"INSERT INTO {table} ({string.Join(", ", _columns.Select(c => Quoted(c.Name)))}) VALUES ({string.Join(", ", _columns.Select(c => c.Parameter))})";
        InsertMissing = $"{Insert} ON CONFLICT ({key}) DO NOTHING";
        _select = $"SELECT {string.Join(", ", _columns.Select(c => Quoted(c.Name)))} FROM {table}";
        _reader = new Lazy<Delegate>(() => ReaderOf(entity));
        Upsert = $"{Insert} ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", _columns.Where(c => !keys.Contains(c.Property)).Select(c => $"{Quoted(c.Name)} = excluded.{Quoted(c.Name)}"))}";
    }

    public string Insert { get; }
    public string InsertMissing { get; }
    public string Upsert { get; }

    /// <summary>All columns of the rows that meet a condition. <see cref="Reader"/> counts on their order.</summary>
    public string SelectWhere(string condition) => _selects.GetOrAdd(condition, static (c, select) => $"{select} WHERE {c}", _select);

    /// <summary>Makes an entity of such a row; what it refers to is not with it.</summary>
    public Func<DbDataReader, T> Reader<T>() => (Func<DbDataReader, T>)_reader.Value;

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

    private Delegate ReaderOf(IEntityType entity)
    {
        var row = Expression.Parameter(typeof(DbDataReader), "row");
        var members = _columns.Select((c, i) => (Member: (MemberInfo?)c.Property.PropertyInfo ?? c.Property.FieldInfo, Value: c.Read(row, Expression.Constant(i)))).Where(m => m.Member is not null);
        return Expression.Lambda(Expression.MemberInit(Expression.New(entity.ClrType), members.Select(m => Expression.Bind(m.Member!, m.Value))), row).Compile();
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

        /// <summary>The property's value out of a row, as the model reads it.</summary>
        public Expression Read(Expression row, Expression at)
        {
            var method = Mapping.GetDataReaderMethod();
            var value = Mapping.CustomizeDataReaderExpression(Expression.Call(Expression.Convert(row, method.DeclaringType!), method, at));
            if (Mapping.Converter is { } converter)
            {
                value = Expression.Invoke(converter.ConvertFromProviderExpression, Cast(value, converter.ProviderClrType));
            }

            value = Cast(value, Property.ClrType);
            return Property.IsNullable ? Expression.Condition(Expression.Call(row, nameof(DbDataReader.IsDBNull), null, at), Expression.Default(Property.ClrType), value) : value;
        }

        private static Expression Cast(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
    }
}
